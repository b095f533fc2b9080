/**
 * What pages say: messages, numbers, dates, and sentences about statements, in one language each.
 * Thread-safe.
 */
@NullMarked
package districtkg.web.message;

import org.jspecify.annotations.NullMarked;
