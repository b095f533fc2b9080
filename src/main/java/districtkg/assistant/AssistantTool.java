package districtkg.assistant;

import java.util.List;
import java.util.Map;

/**
 * A tool that an assistant can call. It only reads.
 *
 * @param name its name in calls
 * @param title its name for people
 * @param description when to call it and what it answers, in English
 * @param parameters its parameters
 * @param call answers
 */
public record AssistantTool(
        String name,
        String title,
        String description,
        List<ToolParameter> parameters,
        ToolCall call) {
    /** Copies the parameters. */
    public AssistantTool {
        parameters = List.copyOf(parameters);
    }

    /** How a tool answers. */
    interface ToolCall {
        /**
         * The answer: maps, lists, texts, numbers and truth values.
         *
         * @param queries evaluates queries within the limits of the caller
         */
        Map<String, Object> answer(ToolArguments arguments, QueryRunner queries);
    }

    /** Evaluates SPARQL queries within limits. */
    public interface QueryRunner {
        /**
         * The answer to a query, as maps, lists, texts, numbers and truth values.
         *
         * @param most the greatest number of rows
         * @throws districtkg.problem.Refusal if the query is faulty or exceeds a limit
         */
        Map<String, Object> run(String query, int most);
    }

    /**
     * Calls the tool.
     *
     * @param arguments by the names of parameters
     * @throws districtkg.problem.Refusal if the arguments are faulty, with advice for the caller
     */
    public Map<String, Object> answer(Map<String, Object> arguments, QueryRunner queries) {
        return call.answer(new ToolArguments(parameters, arguments), queries);
    }
}
