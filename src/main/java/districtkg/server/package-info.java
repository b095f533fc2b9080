/** The embedded Fuseki: where addresses meet what answers them. */
@NullMarked
package districtkg.server;

import org.jspecify.annotations.NullMarked;
