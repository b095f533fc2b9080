/**
 * Commands for one report: read it, review its draft, import what was confirmed, cite a passage,
 * and verify the data against its text. One command runs in a process, in one thread.
 */
@NullMarked
package districtkg.cli.report;

import org.jspecify.annotations.NullMarked;
