/** JSON-LD with stable keys: one published context. The context and its writers are thread-safe. */
@NullMarked
package districtkg.jsonld;

import org.jspecify.annotations.NullMarked;
