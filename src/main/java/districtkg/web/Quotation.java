package districtkg.web;

import districtkg.statement.SourceLocation;
import districtkg.statement.Statement;
import districtkg.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * The words of a passage in their sentence, if the server has the text.
 *
 * @param before the sentence before the passage
 * @param words words of the passage
 * @param after the rest of the sentence
 */
public record Quotation(String before, String words, String after) {
    private static final String ENDS = "。！？\n◆";

    /** A quotation for each passage whose text was given and has the recorded digest. */
    public static List<Quotation> of(Statement statement, PageSettings settings) {
        return statement.spots().stream()
                .filter(SourceLocation::provable)
                .flatMap(spot -> of(spot, settings).stream())
                .toList();
    }

    private static Optional<Quotation> of(SourceLocation spot, PageSettings settings) {
        return settings.text(spot.document().iri())
                .filter(text -> text.holds(spot.start(), spot.end()))
                .filter(text -> text.sha256(spot.start(), spot.end()).equals(spot.digest()))
                .map(
                        text ->
                                new Quotation(
                                        before(text, spot.start()),
                                        text.words(spot.start(), spot.end()),
                                        after(text, spot.end())));
    }

    private static String before(Text text, int start) {
        int from = start;
        while (from > 0 && !ENDS.contains(text.words(from - 1, from))) {
            from--;
        }
        return from == start ? "" : text.words(from, start).stripLeading();
    }

    private static String after(Text text, int end) {
        int until = end;
        while (until < text.length() && !ENDS.contains(text.words(until, until + 1))) {
            until++;
        }
        return until == end ? "" : text.words(end, until);
    }
}
