/**
 * Validates data against the shapes, and reports faults in plain language. Shapes are parsed once
 * and shared; a validation belongs to one call.
 */
@NullMarked
package districtkg.validate;

import org.jspecify.annotations.NullMarked;
