/** The parts of a report with their roles and years, its sentences and clauses. Pure functions. */
@NullMarked
package districtkg.outline;

import org.jspecify.annotations.NullMarked;
