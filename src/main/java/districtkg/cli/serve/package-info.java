/** The serve command and its options. */
@NullMarked
package districtkg.cli.serve;

import org.jspecify.annotations.NullMarked;
