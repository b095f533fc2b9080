package districtkg.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import districtkg.extract.Span;
import districtkg.names.Commitment;
import districtkg.names.Name;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Writes figures, names and commitments as lines of JSON, one object for each. */
final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    static String of(ReportDraft draft) {
        StringBuilder lines = new StringBuilder();
        draft.figures().forEach(figure -> lines.append(line(json -> figure(json, figure))));
        draft.names().forEach(named -> lines.append(line(json -> name(json, named))));
        int year = draft.outline().year();
        draft.commitments()
                .forEach(one -> lines.append(line(json -> commitment(json, one, year))));
        return lines.toString();
    }

    /** What writes the fields of one object. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static String line(Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.append('\n').toString();
    }

    private static void name(JsonGenerator json, ReportDraft.Named named) throws IOException {
        Name name = named.name();
        json.writeStringField("kind", name.kind().name().toLowerCase(Locale.ROOT));
        json.writeStringField("name_zh", name.text());
        if (name.status().isPresent()) {
            json.writeStringField("status", name.status().get().word());
        }
        json.writeNumberField("year", named.year());
        span(json, name.span());
        doubts(json, name.sureness(), name.doubts());
    }

    private static void commitment(JsonGenerator json, Commitment commitment, int year)
            throws IOException {
        json.writeStringField("kind", "commitment");
        json.writeStringField("text_zh", commitment.text());
        json.writeStringField("strength", commitment.strength().word());
        json.writeNumberField("year", year);
        span(json, commitment.span());
        doubts(json, commitment.sureness(), commitment.doubts());
    }

    private static void span(JsonGenerator json, Span span) throws IOException {
        json.writeNumberField("char_start", span.start());
        json.writeNumberField("char_end", span.end());
    }

    private static void doubts(JsonGenerator json, double sureness, List<String> doubts)
            throws IOException {
        json.writeNumberField("sureness", BigDecimal.valueOf(sureness).setScale(2, RoundingMode.HALF_UP));
        json.writeArrayFieldStart("doubts");
        for (String doubt : doubts) {
            json.writeString(doubt);
        }
        json.writeEndArray();
    }

    private static void figure(JsonGenerator json, Figure figure) throws IOException {
            Quantity quantity = figure.quantity();
            json.writeStringField("kind", kind(figure));
            json.writeStringField("indicator_zh", figure.indicator());
            number(json, "value", quantity.low());
            if (quantity.isRange()) {
                number(json, "max", quantity.high());
            }
            json.writeStringField("unit", quantity.unit());
            json.writeStringField("qualifier", qualifier(quantity));
            json.writeNumberField("year", figure.year());
            span(json, figure.span());
            json.writeBooleanField("sure", figure.sure());
            json.writeArrayFieldStart("doubts");
            for (Figure.Doubt doubt : figure.doubts()) {
                json.writeString(doubt.name().toLowerCase(Locale.ROOT));
            }
            json.writeEndArray();
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
