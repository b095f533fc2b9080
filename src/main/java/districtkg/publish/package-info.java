/** The data set as others take it up: what it holds in numbers, and its files. */
@NullMarked
package districtkg.publish;

import org.jspecify.annotations.NullMarked;
