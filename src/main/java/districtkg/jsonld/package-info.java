/** JSON-LD with stable keys: one published context. */
@NullMarked
package districtkg.jsonld;

import org.jspecify.annotations.NullMarked;
