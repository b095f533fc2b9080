package districtkg.tidy;

import districtkg.graph.GraphReader;
import districtkg.vocab.Language;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.jena.vocabulary.SKOS;

/** What each column means, in both languages. Thread-safe. */
public final class Codebook {
    private final GraphReader graph;

    /** A codebook that takes definitions of properties from a graph with the ontology. */
    public Codebook(GraphReader graph) {
        this.graph = graph;
    }

    /**
     * What a column means: the definition of its property, or of {@code columns.properties} where
     * it has none.
     *
     * @throws java.util.MissingResourceException if neither has it; a test tries all columns
     */
    public String describe(Column column, Language language) {
        ResourceBundle own =
                ResourceBundle.getBundle(
                        "districtkg.tidy.columns",
                        Locale.forLanguageTag(language.tag()),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return own.containsKey(column.name()) || column.term() == null
                ? own.getString(column.name())
                : graph.text(column.term(), SKOS.definition.asNode(), language);
    }
}
