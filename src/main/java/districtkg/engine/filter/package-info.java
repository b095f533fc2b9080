/**
 * Filter expressions that are tested on encoded rows, before any term is decoded: ranges of
 * numbers, searches in strings, and any other condition on one variable. Not thread-safe: the
 * conditions of a query belong to that query.
 */
@NullMarked
package districtkg.engine.filter;

import org.jspecify.annotations.NullMarked;
