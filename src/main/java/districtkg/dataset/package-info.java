/**
 * Builds the data set of an edition from sources and derived triples, changes it, and keeps it in
 * files. Builders and updates belong to one thread; data sets are not changed after they are built.
 */
@NullMarked
package districtkg.dataset;

import org.jspecify.annotations.NullMarked;
