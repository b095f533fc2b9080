/**
 * The web application in which persons review drafts: pages, JSON for their script, and access. The
 * server and access control are thread-safe.
 */
@NullMarked
package districtkg.review.server;

import org.jspecify.annotations.NullMarked;
