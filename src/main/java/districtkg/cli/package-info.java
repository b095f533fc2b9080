/** One class for each command: it reads words, calls one feature and prints the answer. */
@NullMarked
package districtkg.cli;

import org.jspecify.annotations.NullMarked;
