/** The IRIs of DistrictKG, and those of other vocabularies that the code uses. Constants. */
@NullMarked
package districtkg.vocab;

import org.jspecify.annotations.NullMarked;
