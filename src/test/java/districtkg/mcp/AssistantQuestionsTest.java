package districtkg.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import districtkg.Fixture;
import districtkg.server.Server;
import districtkg.web.PageSettings;
import districtkg.web.Sites;
import io.modelcontextprotocol.client.McpSyncClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The questions of the documentation, asked anew: the answers it shows are parts of what comes
 * back. With {@code -Drewrite=true} the shown parts are written again from the answers.
 */
class AssistantQuestionsTest {
    private static final Pattern QUESTION =
            Pattern.compile("```json call\n(.*?)```\n\n(.*?)```json\n(.*?)```", Pattern.DOTALL);

    private static Server server;
    private static McpSyncClient client;

    @BeforeAll
    static void start() {
        server = Sites.serve(Fixture.corpus(), PageSettings.NONE);
        client = Assistants.of(server);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/assistants.md", "docs/assistants.zh.md"})
    void theDocumentationShowsWhatComesBack(String page) throws Exception {
        String text = Files.readString(Path.of(page));
        Matcher questions = QUESTION.matcher(text);
        StringBuilder rewritten = new StringBuilder();
        int asked = 0;
        while (questions.find()) {
            JsonNode call = Assistants.JSON.readTree(questions.group(1));
            JsonNode answer =
                    Assistants.answer(
                            client,
                            call.get("tool").asText(),
                            Assistants.JSON.convertValue(
                                    call.get("arguments"),
                                    new TypeReference<Map<String, Object>>() {}));
            JsonNode shown = Assistants.JSON.readTree(questions.group(3));
            JsonNode same = part(shown, answer);
            if (!Boolean.getBoolean("rewrite")) {
                assertThat(shown).as(call.toString()).isEqualTo(same);
            }
            questions.appendReplacement(
                    rewritten,
                    Matcher.quoteReplacement(
                            "```json call\n"
                                    + questions.group(1)
                                    + "```\n\n"
                                    + questions.group(2)
                                    + "```json\n"
                                    + pretty(same)
                                    + "\n```"));
            asked++;
        }
        questions.appendTail(rewritten);
        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(Path.of(page), rewritten);
        }
        assertThat(asked).isEqualTo(10);
    }

    @Test
    void whichTargetsDidLuohuMissIn2022() throws Exception {
        JsonNode answer =
                Assistants.answer(
                        client,
                        "promises",
                        Map.of("place", "Luohu", "year", 2022, "verdict", "missed"));

        assertThat(answer.get("total")).isEqualTo(answer.at("/scorecard/missed"));
        assertThat(answer.get("promises")).isNotEmpty();
        for (JsonNode missed : answer.get("promises")) {
            assertThat(missed.get("place").asText()).isEqualTo("Luohu District");
            assertThat(missed.get("evidence")).isNotEmpty();
            for (JsonNode evidence : missed.get("evidence")) {
                assertThat(evidence.get("value").decimalValue())
                        .isLessThan(missed.path("value").decimalValue());
                assertThat(evidence.at("/source/published").asText()).startsWith("2023");
            }
        }
    }

    /** The fields and the first elements of an answer that a page shows. */
    private static JsonNode part(JsonNode shown, JsonNode answer) {
        if (shown.isObject() && answer.isObject()) {
            ObjectNode some = Assistants.JSON.createObjectNode();
            shown.properties()
                    .forEach(
                            field ->
                                    some.set(
                                            field.getKey(),
                                            part(field.getValue(), answer.path(field.getKey()))));
            return some;
        }
        if (shown.isArray() && answer.isArray()) {
            ArrayNode some = Assistants.JSON.createArrayNode();
            for (int at = 0; at < Math.min(shown.size(), answer.size()); at++) {
                some.add(part(shown.get(at), answer.get(at)));
            }
            return some;
        }
        return answer.isMissingNode() ? NullNode.getInstance() : answer;
    }

    private static String pretty(JsonNode node) throws Exception {
        return Assistants.JSON
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(node)
                .replaceAll("\\[ (\\d+), (\\d+) \\]", "[$1, $2]")
                .replace(" : ", ": ");
    }
}
