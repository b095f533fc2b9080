package districtkg.mcp;

import districtkg.assistant.AssistantTool;
import districtkg.assistant.AssistantTools;
import districtkg.assistant.ToolParameter;
import districtkg.problem.Refusal;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates between tools and the messages of the protocol; the same for all transports. */
final class McpCalls {
    /** The address of the resource that describes the model. */
    static final String MODEL = "districtkg://model";

    /** Tools check their own arguments, and say in words what is wrong with them. */
    static final JsonSchemaValidator UNCHECKED =
            (schema, value) -> JsonSchemaValidator.ValidationResponse.asValid(null);

    static final McpSchema.ServerCapabilities CAPABILITIES =
            McpSchema.ServerCapabilities.builder().tools(false).resources(false, false).build();

    static final String INSTRUCTIONS =
            "DistrictKG holds what Chinese local governments report and promise, statement by"
                    + " statement, with the verdict on each promise. Cite the IRI and the source of"
                    + " each figure, give the as-of date of a verdict, and repeat the caveats of an"
                    + " answer. Never present 'unknown' or 'notComparable' as a miss.";

    private static final Logger LOG = LoggerFactory.getLogger(McpCalls.class);

    private McpCalls() {}

    /** A tool as clients see it. */
    static McpSchema.Tool tool(AssistantTool one) {
        Map<String, Object> properties = new LinkedHashMap<>();
        one.parameters().forEach(parameter -> properties.put(parameter.name(), schema(parameter)));
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("type", "object");
        input.put("properties", properties);
        input.put(
                "required",
                one.parameters().stream()
                        .filter(ToolParameter::required)
                        .map(ToolParameter::name)
                        .toList());
        input.put("additionalProperties", false);
        return McpSchema.Tool.builder(one.name(), input)
                .title(one.title())
                .description(one.description())
                .annotations(
                        McpSchema.ToolAnnotations.builder()
                                .title(one.title())
                                .readOnlyHint(true)
                                .destructiveHint(false)
                                .idempotentHint(true)
                                .openWorldHint(false)
                                .build())
                .build();
    }

    private static Map<String, Object> schema(ToolParameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (parameter.kind()) {
            case TEXT -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case TEXTS -> {
                schema.put("type", "array");
                schema.put("items", Map.of("type", "string"));
            }
        }
        schema.put("description", parameter.description());
        if (!parameter.choices().isEmpty()) {
            schema.put("enum", parameter.choices());
        }
        return schema;
    }

    /** Calls a tool; what is wrong with a call is told to the assistant, who can call again. */
    static McpSchema.CallToolResult call(
            AssistantTools tools,
            String name,
            Map<String, Object> arguments,
            AssistantTool.QueryRunner queries) {
        try {
            Map<String, Object> answer = tools.named(name).orElseThrow().answer(arguments, queries);
            return McpSchema.CallToolResult.builder()
                    .addTextContent(json(answer))
                    .structuredContent(answer)
                    .isError(false)
                    .build();
        } catch (Refusal refused) {
            String detail = refused.detail();
            return failed(
                    refused.reason().code()
                            + (detail.isEmpty() ? "" : ": " + detail)
                            + (refused.members().isEmpty() ? "" : " " + refused.members()));
        } catch (RuntimeException ours) {
            LOG.error("the tool {} failed", name, ours);
            return failed("fault: an internal error");
        }
    }

    private static McpSchema.CallToolResult failed(String why) {
        return McpSchema.CallToolResult.builder().addTextContent(why).isError(true).build();
    }

    private static String json(Map<String, Object> answer) {
        try {
            return mapper().writeValueAsString(answer);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    static McpJsonMapper mapper() {
        return McpJsonDefaults.getMapper();
    }

    /** The resource that describes the model. */
    static McpSchema.Resource model() {
        return McpSchema.Resource.builder(MODEL, "model")
                .title("The model in short")
                .description("Classes, properties and examples, for writing SPARQL queries.")
                .mimeType("text/markdown")
                .build();
    }

    static McpSchema.ReadResourceResult readModel() {
        return McpSchema.ReadResourceResult.builder(
                        List.of(
                                McpSchema.TextResourceContents.builder(
                                                MODEL, AssistantTools.model())
                                        .mimeType("text/markdown")
                                        .build()))
                .build();
    }

    static McpSchema.Implementation server() {
        return McpSchema.Implementation.builder("districtkg", version()).build();
    }

    private static String version() {
        return Optional.ofNullable(McpCalls.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    /** The arguments of a call; none if it has none. */
    static Map<String, Object> arguments(McpSchema.CallToolRequest call) {
        return Optional.ofNullable(call.arguments()).orElse(Map.of());
    }
}
