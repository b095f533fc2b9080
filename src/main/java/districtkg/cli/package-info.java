/**
 * The command line, one class per command: parses options, calls one feature and prints the result.
 */
@NullMarked
package districtkg.cli;

import org.jspecify.annotations.NullMarked;
