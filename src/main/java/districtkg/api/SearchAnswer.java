package districtkg.api;

import com.fasterxml.jackson.core.JsonGenerator;
import districtkg.http.HttpAnswer;
import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.search.SearchHit;
import districtkg.search.SearchIndex;
import districtkg.tidy.TableDescriptions;
import districtkg.tidy.TidyTableWriter;
import districtkg.vocab.Language;
import districtkg.web.PageRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/search}: things by name, best first. Thread-safe. */
final class SearchAnswer {
    static final String NAME = "search";

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;

    /** The parameters with their meaning. */
    static final Map<String, String> PARAMETERS =
            Map.of(
                    "q", "The name, or a part of it: Chinese, pinyin or English.",
                    "group", "The group of things: place, project, measure, body and others.",
                    "limit", "The greatest number of results: 20 by default, at most 100.");

    /** The fields of a result, which are all texts. */
    static final List<String> FIELDS =
            List.of("iri", "name_en", "name_zh", "group", "kind", "verdict");

    private final SearchIndex names;

    SearchAnswer(SearchIndex names) {
        this.names = names;
    }

    /**
     * The answer to a request.
     *
     * @throws Refusal with all faults of the parameters
     */
    HttpAnswer.Content of(PageRequest request) {
        List<String> faults = new ArrayList<>();
        for (String name : request.parameters().keySet()) {
            if (!PARAMETERS.containsKey(name) && !name.equals("lang")) {
                faults.add(
                        "There is no parameter '%s'. Parameters: q, group, limit".formatted(name));
            }
        }
        if (request.parameter("q").isBlank()) {
            faults.add("'q' is missing: the name, or a part of it");
        }
        String group = request.parameter("group");
        List<String> groups =
                Arrays.stream(SearchHit.Group.values()).map(SearchHit.Group::key).toList();
        if (!group.isEmpty() && !groups.contains(group)) {
            faults.add(
                    "'group' is one of %s, not '%s'".formatted(String.join(", ", groups), group));
        }
        String limit = request.parameter("limit");
        if (!limit.isEmpty()
                && (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MAX_LIMIT)) {
            faults.add("'limit' is a number from 1 to %d, not '%s'".formatted(MAX_LIMIT, limit));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(
                    Reason.BAD_REQUEST, String.join("\n", faults), Map.of("faults", faults));
        }
        int most = limit.isEmpty() ? DEFAULT_LIMIT : Integer.parseInt(limit);
        List<SearchHit> hits =
                names
                        .find(
                                request.parameter("q"),
                                Language.EN,
                                group.isEmpty() ? most : 10 * MAX_LIMIT)
                        .stream()
                        .filter(hit -> group.isEmpty() || hit.group().key().equals(group))
                        .limit(most)
                        .toList();
        return out -> {
            try (JsonGenerator json = TidyTableWriter.generator(out)) {
                json.writeStartObject();
                json.writeStringField(
                        "@context", request.origin() + ApiPages.FOLDER + ApiPages.CONTEXT);
                json.writeStringField("license", TableDescriptions.LICENSE);
                json.writeArrayFieldStart("data");
                for (SearchHit hit : hits) {
                    write(hit, json);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        };
    }

    private static void write(SearchHit hit, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("iri", hit.self().iri());
        json.writeStringField("name_en", hit.self().name());
        json.writeStringField("name_zh", hit.otherName());
        json.writeStringField("group", hit.group().key());
        json.writeStringField("kind", hit.kind());
        if (hit.verdict().isPresent()) {
            json.writeStringField("verdict", hit.verdict().orElseThrow().key());
        } else {
            json.writeNullField("verdict");
        }
        json.writeEndObject();
    }
}
