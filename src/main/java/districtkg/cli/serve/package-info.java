/** The serve command and its options. Options are read once, in one thread. */
@NullMarked
package districtkg.cli.serve;

import org.jspecify.annotations.NullMarked;
