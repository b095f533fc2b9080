/** Charts and tables for frames on other sites, and their oEmbed descriptions. Thread-safe. */
@NullMarked
package districtkg.embed;

import org.jspecify.annotations.NullMarked;
