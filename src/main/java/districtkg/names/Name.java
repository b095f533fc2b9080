package districtkg.names;

import districtkg.names.words.Kind;
import districtkg.names.words.Status;
import districtkg.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A thing that a passage names.
 *
 * @param span position of the name, in code points of the passage
 * @param text the name, without footnote marks; with the shared tail of its list where it has one
 * @param kind kind of thing
 * @param status stage of the thing, if the words around the name state it
 * @param sureness confidence of the finder, from 0 to 1; not calibrated
 * @param doubts reasons for doubt, as codes; empty if there are none
 */
public record Name(
        Span span,
        String text,
        Kind kind,
        Optional<Status> status,
        double sureness,
        List<String> doubts) {}
