/** Editions: immutable states of everything that is derived from one set of sources. */
@NullMarked
package districtkg.edition;

import org.jspecify.annotations.NullMarked;
