/**
 * Advice for the writer of a query whose answer may be empty or misleading: unknown terms, literals
 * of the wrong datatype, and sums that do not add up. The classes read an immutable graph and are
 * thread-safe.
 */
@NullMarked
package districtkg.query.advice;

import org.jspecify.annotations.NullMarked;
