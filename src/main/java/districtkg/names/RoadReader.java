package districtkg.names;

import districtkg.names.clause.Clause;
import districtkg.names.clause.Passage;
import districtkg.names.clause.Passage.Part;
import districtkg.names.words.Kind;
import districtkg.text.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds roads that have a number for a name. For one clause. */
final class RoadReader {
    private static final Pattern NUMBERED_ROAD =
            Pattern.compile(
                    "(?:国道|省道|县道)[GSX]?\\d{2,4}(?:线)?(?:[\\p{IsHan}]{2,6}段)?|(?<![\\dA-Z])[GS]?\\d{2,4}(?:国道|省道)(?:[\\p{IsHan}]{2,6}段)?|(?<![\\dA-Z])[GS]\\d{2,4}线?");

    private final Passage passage;
    private final Clause clause;
    private final SharedNames shared;
    private final List<Name> names;

    RoadReader(Passage passage, Clause clause, SharedNames shared, List<Name> names) {
        this.passage = passage;
        this.clause = clause;
        this.shared = shared;
        this.names = names;
    }

    /** Adds a road that has a number for a name: 国道112线. */
    boolean numbered(Part member) {
        if (!holdsDigit(member)) {
            return false;
        }
        Matcher road = NUMBERED_ROAD.matcher(passage.words(member.start(), member.end()));
        boolean any = false;
        while (road.find()) {
            Span span = passage.span(member.start() + road.start(), member.start() + road.end());
            if (shared.isNew(span, 0)) {
                names.add(
                        new Name(
                                span,
                                road.group(),
                                Kind.FACILITY,
                                clause.status(),
                                0.7,
                                List.of()));
                any = true;
            }
        }
        return any;
    }

    private boolean holdsDigit(Part member) {
        for (int at = member.start(); at < member.end(); at++) {
            if (Character.isDigit(passage.at(at))) {
                return true;
            }
        }
        return false;
    }
}
