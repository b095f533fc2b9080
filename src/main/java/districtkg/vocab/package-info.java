/** The IRIs of DistrictKG, and those of other vocabularies that the code uses. */
@NullMarked
package districtkg.vocab;

import org.jspecify.annotations.NullMarked;
