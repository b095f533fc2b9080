/** Reads of whom a figure is and of which period. Pure functions; thread-safe. */
@NullMarked
package districtkg.figure.scope;

import org.jspecify.annotations.NullMarked;
