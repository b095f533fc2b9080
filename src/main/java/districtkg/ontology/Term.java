package districtkg.ontology;

import districtkg.vocab.Language;
import java.util.List;
import java.util.Map;

/**
 * A class, a property or a word of a closed list.
 *
 * @param name as queries write it: {@code :Target}
 * @param labels one in each language
 * @param definitions one in each language
 * @param examples one in each language
 * @param broader the classes of our ontology that hold it: superclasses of a class, the domain of a
 *     property, the class of a word of a list; in the order of the alphabet
 * @param range what a property gives; empty where it is open, and for other terms
 * @param rule the file under {@code rules/} that derives a property; empty where people enter it
 * @param near terms of other vocabularies that hold every case of it, or are close to it
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
