package districtkg.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;

/** Writes figures as lines of JSON, one object for each. */
final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    static String of(Iterable<Figure> figures) {
        StringBuilder lines = new StringBuilder();
        figures.forEach(figure -> lines.append(line(figure)).append('\n'));
        return lines.toString();
    }

    private static String line(Figure figure) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            Quantity quantity = figure.quantity();
            json.writeStartObject();
            json.writeStringField("kind", kind(figure));
            json.writeStringField("indicator_zh", figure.indicator());
            number(json, "value", quantity.low());
            if (quantity.isRange()) {
                number(json, "max", quantity.high());
            }
            json.writeStringField("unit", quantity.unit());
            json.writeStringField("qualifier", qualifier(quantity));
            json.writeNumberField("year", figure.year());
            json.writeNumberField("char_start", figure.span().start());
            json.writeNumberField("char_end", figure.span().end());
            json.writeBooleanField("sure", figure.sure());
            json.writeArrayFieldStart("doubts");
            for (Figure.Doubt doubt : figure.doubts()) {
                json.writeString(doubt.name().toLowerCase(Locale.ROOT));
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private static void number(JsonGenerator json, String name, BigDecimal value)
            throws IOException {
        json.writeFieldName(name);
        BigDecimal plain = value.stripTrailingZeros();
        json.writeNumber(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static String kind(Figure figure) {
        return figure.kind() == Figure.Kind.EXPECTATION
                ? "outcome"
                : figure.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String qualifier(Quantity quantity) {
        if (quantity.isRange()) {
            return "between";
        }
        return switch (quantity.bound()) {
            case EXACTLY -> "exact";
            case AT_LEAST, MORE_THAN -> "atLeast";
            case AT_MOST, LESS_THAN -> "atMost";
            case APPROXIMATELY -> "about";
        };
    }
}
