package districtkg.ontology;

import districtkg.vocab.Language;
import java.util.List;
import java.util.Map;

/**
 * A class, a property or a member of a closed list.
 *
 * @param name as written in queries: {@code :Target}
 * @param labels one per language
 * @param definitions one per language
 * @param examples one per language
 * @param broader classes of the ontology: superclasses of a class, the domain of a property, the
 *     class of a member; in alphabetical order
 * @param range the range of a property; empty if it is open, and for other terms
 * @param rule the file under {@code rules/} that derives a property; empty if it is curated
 * @param near broader or similar terms of other vocabularies
 */
public record Term(
        String name,
        Map<Language, String> labels,
        Map<Language, String> definitions,
        Map<Language, String> examples,
        List<String> broader,
        List<String> range,
        String rule,
        List<String> near) {}
