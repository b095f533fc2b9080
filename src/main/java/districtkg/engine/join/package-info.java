/**
 * Plans and executes the joins of a basic graph pattern: encoded patterns, the order of joins, and
 * index scans, merge joins and hash joins over sorted arrays of numbers. A planned join belongs to
 * one query and is not thread-safe.
 */
@NullMarked
package districtkg.engine.join;

import org.jspecify.annotations.NullMarked;
