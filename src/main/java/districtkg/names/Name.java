package districtkg.names;

import districtkg.names.words.Kind;
import districtkg.names.words.Status;
import districtkg.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A thing that a passage names.
 *
 * @param span where the name stands, in code points of the passage
 * @param text the name, without footnote marks; with the shared tail of its list where it has one
 * @param kind what it names
 * @param status how far it has come, where the words around it say so
 * @param sureness how strongly the words speak for it, from 0 to 1; not calibrated
 * @param doubts why it may be wrong, as short phrases; empty where nothing speaks against it
 */
public record Name(
        Span span,
        String text,
        Kind kind,
        Optional<Status> status,
        double sureness,
        List<String> doubts) {}
