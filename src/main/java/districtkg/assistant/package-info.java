/**
 * Tools for assistants: small answers to single questions, each with its sources and with what a
 * careful reader must know. Nothing here knows the protocol by which they are called. Thread-safe.
 */
@NullMarked
package districtkg.assistant;

import org.jspecify.annotations.NullMarked;
