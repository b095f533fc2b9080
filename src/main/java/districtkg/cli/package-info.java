/**
 * The command line, one class per command: parses options, calls one feature and prints the result.
 * This package has the commands that query, export and check a data set, and the options that
 * commands share. One command runs in a process, in one thread.
 */
@NullMarked
package districtkg.cli;

import org.jspecify.annotations.NullMarked;
