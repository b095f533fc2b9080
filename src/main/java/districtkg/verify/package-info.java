/**
 * Verifies data against the text of a document: every figure, rank, date, name and heading is read
 * again from its own characters, and every numeral of the text must be accounted for. Verifiers
 * work on one document each and are not thread-safe.
 */
@NullMarked
package districtkg.verify;

import org.jspecify.annotations.NullMarked;
