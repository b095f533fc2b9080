/** What documents state: one record for each statement, and all of them as a plain table. */
@NullMarked
package districtkg.statement;

import org.jspecify.annotations.NullMarked;
