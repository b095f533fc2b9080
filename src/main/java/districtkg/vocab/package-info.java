/** Our IRIs, and the few of others that the code names. */
@NullMarked
package districtkg.vocab;

import org.jspecify.annotations.NullMarked;
