package districtkg.review.server;

import districtkg.consistency.ComparableFigure;
import districtkg.consistency.Finding;
import districtkg.outline.Part;
import districtkg.review.Decision.Action;
import districtkg.review.DecisionRules;
import districtkg.review.PassageRules;
import districtkg.review.PassageRules.SelectedFigure;
import districtkg.review.ReviewSession;
import districtkg.review.ReviewSession.Request;
import districtkg.review.draft.FactState.Status;
import districtkg.review.draft.ReviewFact;
import districtkg.review.draft.ReviewLists;
import districtkg.review.draft.ReviewReport;
import districtkg.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/** The JSON between the server and the script of its page. */
final class ReviewJson {
    private static final int MOST_REQUESTS = 1000;
    private static final int LONGEST_CELL = 300;
    private static final int LONGEST_NAME = 60;

    private ReviewJson() {}

    /** Thrown for a malformed body. */
    static final class BadBody extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        BadBody(String what) {
            super(what);
        }
    }

    /**
     * Decisions as a page sends them.
     *
     * @param reviewer as the reviewer calls himself; empty if the body does not say
     */
    record Body(String reviewer, List<Request> requests) {}

    static String report(ReviewReport report, ReviewSession session) {
        JsonObject json = new JsonObject();
        json.put("name", report.name());
        json.put("place", report.place());
        json.put("characters", report.text().length());
        json.put("last", session.last());
        JsonArray parts = new JsonArray();
        for (Part part : report.parts()) {
            JsonObject one = new JsonObject();
            one.put("role", part.role().name().toLowerCase(Locale.ROOT));
            one.put("start", part.span().start());
            one.put("end", part.span().end());
            parts.add(one);
        }
        json.put("parts", parts);
        json.put("facts", facts(session.facts(report.name())));
        JsonObject names = new JsonObject();
        session.all().values().stream()
                .flatMap(List::stream)
                .filter(fact -> fact.isName() && fact.state().status() == Status.ACCEPTED)
                .forEach(
                        fact ->
                                names.put(
                                        fact.state().cell("label_zh"),
                                        fact.state().cell("label_en")));
        json.put("names", names);
        return JSON.toStringFlat(json);
    }

    static String changes(long last, Collection<ReviewFact> facts) {
        JsonObject json = new JsonObject();
        json.put("last", last);
        json.put("facts", facts(facts));
        return JSON.toStringFlat(json);
    }

    static String result(long last, ReviewSession.Result result) {
        JsonObject json = new JsonObject();
        json.put("last", last);
        json.put("decided", facts(result.decided()));
        json.put("conflicts", facts(result.conflicts()));
        JsonObject refused = new JsonObject();
        result.refused()
                .forEach(
                        (id, reasons) -> {
                            JsonArray some = new JsonArray();
                            for (DecisionRules.Reason reason : reasons) {
                                JsonObject one = new JsonObject();
                                one.put("code", reason.code());
                                one.put("column", reason.column());
                                one.put("detail", reason.detail());
                                some.add(one);
                            }
                            refused.put(id, some);
                        });
        json.put("refused", refused);
        return JSON.toStringFlat(json);
    }

    private static JsonArray facts(Collection<ReviewFact> facts) {
        JsonArray all = new JsonArray();
        for (ReviewFact fact : facts) {
            JsonObject json = new JsonObject();
            json.put("id", fact.id());
            json.put("version", fact.version());
            json.put("status", fact.state().status().name().toLowerCase(Locale.ROOT));
            json.put("by", fact.reviewer());
            json.put("sure", fact.isSure());
            json.put("added", fact.isAdded());
            JsonArray doubts = new JsonArray();
            fact.doubts().forEach(doubts::add);
            json.put("doubts", doubts);
            JsonObject cells = new JsonObject();
            fact.state().cells().forEach(cells::put);
            json.put("cells", cells);
            all.add(json);
        }
        return all;
    }

    /** The figure and the rank that a span states, and what its part suggests. */
    static String reading(Span span, ReviewReport report, PassageRules passages) {
        JsonObject json = new JsonObject();
        json.put("start", span.start());
        json.put("end", span.end());
        Optional<Part> part =
                report.parts().stream()
                        .filter(one -> one.span().start() <= span.start())
                        .filter(one -> span.start() < one.span().end())
                        .findFirst();
        json.put("plan", part.map(one -> one.role().isPlan()).orElse(false));
        json.put("year", part.map(one -> Integer.toString(one.lastYear())).orElse(""));
        json.put("figure", reading(passages.selected(span, "outcome", report)));
        json.put("ranking", reading(passages.selected(span, "ranking", report)));
        return JSON.toStringFlat(json);
    }

    private static JsonObject reading(SelectedFigure reading) {
        JsonObject json = new JsonObject();
        json.put("start", reading.passage().start());
        json.put("end", reading.passage().end());
        json.put("failure", reading.failure());
        JsonObject cells = new JsonObject();
        reading.cells().forEach(cells::put);
        json.put("cells", cells);
        return json;
    }

    static String indicators(ReviewLists lists) {
        JsonArray all = new JsonArray();
        lists.indicators()
                .values()
                .forEach(
                        indicator -> {
                            JsonObject json = new JsonObject();
                            json.put("id", indicator.id());
                            json.put("zh", indicator.chinese());
                            json.put("en", indicator.english());
                            json.put("unit", indicator.unit());
                            JsonArray aliases = new JsonArray();
                            indicator.aliases().forEach(aliases::add);
                            json.put("aliases", aliases);
                            all.add(json);
                        });
        return all.toString();
    }

    static String findings(List<Finding> findings) {
        JsonArray all = new JsonArray();
        for (Finding finding : findings) {
            JsonObject json = new JsonObject();
            json.put("check", finding.check().name().toLowerCase(Locale.ROOT));
            json.put("agrees", finding.agrees());
            json.put("expected", finding.expected().toPlainString());
            json.put("found", finding.found().toPlainString());
            json.put("figure", figure(finding.figure()));
            JsonArray others = new JsonArray();
            finding.others().forEach(other -> others.add(figure(other)));
            json.put("others", others);
            all.add(json);
        }
        return all.toString();
    }

    private static JsonObject figure(ComparableFigure figure) {
        JsonObject json = new JsonObject();
        json.put("id", figure.id());
        json.put("report", figure.report());
        json.put("indicator", figure.indicator());
        json.put("subject", figure.subject());
        json.put("kind", figure.kind().name().toLowerCase(Locale.ROOT));
        json.put("year", figure.year());
        json.put("low", figure.low().toPlainString());
        json.put("high", figure.high().toPlainString());
        json.put("bound", figure.bound());
        return json;
    }

    /**
     * The decisions in a body.
     *
     * @throws BadBody if it is malformed
     */
    static Body body(String words) {
        try {
            JsonObject json = JSON.parse(words);
            List<Request> requests = new ArrayList<>();
            if (json.hasKey("decisions")) {
                for (JsonValue one : json.get("decisions").getAsArray()) {
                    requests.add(request(one.getAsObject()));
                }
            }
            if (requests.size() > MOST_REQUESTS) {
                throw new BadBody("more than " + MOST_REQUESTS + " decisions");
            }
            String reviewer = json.hasKey("reviewer") ? json.getString("reviewer").strip() : "";
            if (reviewer.length() > LONGEST_NAME) {
                throw new BadBody("the name is longer than " + LONGEST_NAME + " characters");
            }
            return new Body(reviewer, requests);
        } catch (BadBody bad) {
            throw bad;
        } catch (RuntimeException bad) {
            throw new BadBody(
                    "the body is not {\"reviewer\": …, \"decisions\": [{\"fact\", \"version\", \"action\", \"cells\"}]}");
        }
    }

    private static Request request(JsonObject json) {
        Map<String, String> cells = new HashMap<>();
        if (json.hasKey("cells")) {
            JsonObject some = json.getObj("cells");
            some.keys().forEach(column -> cells.put(column, cell(some.getString(column))));
        }
        Action action = Action.valueOf(json.getString("action").toUpperCase(Locale.ROOT));
        if (action == Action.UNDO) {
            throw new BadBody("undo has an address of its own");
        }
        return new Request(
                action == Action.ADD ? "" : json.getString("fact"),
                action == Action.ADD ? 0 : json.getNumber("version").intValue(),
                action,
                cells);
    }

    private static String cell(String words) {
        if (words.length() > LONGEST_CELL || words.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadBody(
                    "a cell has more than " + LONGEST_CELL + " characters or a line break");
        }
        return words;
    }
}
