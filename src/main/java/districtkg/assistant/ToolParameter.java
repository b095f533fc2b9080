package districtkg.assistant;

import java.util.List;

/**
 * A parameter of a tool.
 *
 * @param name its name
 * @param kind the kind of its value
 * @param required whether a call must give it
 * @param description what it means, in English
 * @param choices the values it may have; empty for any
 */
public record ToolParameter(
        String name, Kind kind, boolean required, String description, List<String> choices) {
    /** The kinds of values. */
    public enum Kind {
        /** One text. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A list of texts. */
        TEXTS
    }

    /** Copies the choices. */
    public ToolParameter {
        choices = List.copyOf(choices);
    }

    static ToolParameter text(String name, String description, String... choices) {
        return new ToolParameter(name, Kind.TEXT, false, description, List.of(choices));
    }

    static ToolParameter needed(String name, String description) {
        return new ToolParameter(name, Kind.TEXT, true, description, List.of());
    }

    static ToolParameter integer(String name, String description) {
        return new ToolParameter(name, Kind.INTEGER, false, description, List.of());
    }

    static ToolParameter texts(String name, String description) {
        return new ToolParameter(name, Kind.TEXTS, true, description, List.of());
    }
}
