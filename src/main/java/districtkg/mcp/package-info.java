/**
 * The Model Context Protocol: makes the tools of the assistant callable over HTTP, without
 * sessions, and over standard input and output.
 */
@NullMarked
package districtkg.mcp;

import org.jspecify.annotations.NullMarked;
