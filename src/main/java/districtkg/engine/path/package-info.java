/**
 * Property paths over encoded triples: steps, alternatives, sequences and closures. A step of a
 * path is immutable; iterators belong to one query and are not thread-safe.
 */
@NullMarked
package districtkg.engine.path;

import org.jspecify.annotations.NullMarked;
