/** Validates data against the shapes, and reports faults in plain language. */
@NullMarked
package districtkg.validate;

import org.jspecify.annotations.NullMarked;
