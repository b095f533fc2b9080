package districtkg.assistant;

import districtkg.problem.Reason;
import districtkg.problem.Refusal;
import districtkg.vocab.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The arguments of a call, checked against the parameters of the tool. */
final class ToolArguments {
    private static final int LONGEST = 500;

    private final Map<String, Object> given;

    /**
     * @throws Refusal if a parameter is unknown or missing, or a value is none of those allowed
     */
    ToolArguments(List<ToolParameter> parameters, Map<String, Object> given) {
        this.given = given;
        List<String> names = parameters.stream().map(ToolParameter::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw wrong(
                        "There is no parameter '%s'. Parameters: %s"
                                .formatted(name, String.join(", ", names)));
            }
        }
        for (ToolParameter one : parameters) {
            String value = text(one.name());
            if (one.required() && value.isBlank()) {
                throw wrong("'%s' is missing: %s".formatted(one.name(), one.description()));
            }
            if (!value.isEmpty() && !one.choices().isEmpty() && !one.choices().contains(value)) {
                throw wrong(
                        "'%s' is one of %s, not '%s'"
                                .formatted(one.name(), String.join(", ", one.choices()), value));
            }
        }
    }

    /** A text; empty if it was not given. */
    String text(String name) {
        String text = Objects.toString(given.get(name), "").strip();
        if (text.length() > LONGEST && !name.equals("query")) {
            throw wrong("'%s' is longer than %d characters".formatted(name, LONGEST));
        }
        return text;
    }

    /** Several texts. */
    List<String> texts(String name) {
        return given.get(name) instanceof List<?> several
                ? several.stream().map(one -> Objects.toString(one, "").strip()).toList()
                : List.of(text(name).split("\\s*[,，、]\\s*"));
    }

    /** A whole number; empty if it was not given. */
    Optional<Integer> integer(String name) {
        String written = text(name);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (!written.matches("[0-9]{1,6}(\\.0+)?")) {
            throw wrong("'%s' is a whole number, not '%s'".formatted(name, written));
        }
        return Optional.of(Integer.valueOf(written.replaceFirst("\\..*", "")));
    }

    /** The greatest number of rows wanted, within bounds. */
    int limit(int usual, int most) {
        return Math.clamp(integer("limit").orElse(usual), 1, most);
    }

    /** The language of names in the answer. */
    Language language() {
        return text("language").equals(Language.ZH.tag()) ? Language.ZH : Language.EN;
    }

    static Refusal wrong(String detail) {
        return Refusal.of(Reason.BAD_REQUEST, detail);
    }
}
