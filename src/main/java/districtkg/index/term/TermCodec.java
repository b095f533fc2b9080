package districtkg.index.term;

import districtkg.index.file.SnapshotInput;
import districtkg.index.file.SnapshotOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.LiteralLabelFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Encodes terms as bytes: the number of a prefix, then the remaining characters in UTF-8. The
 * prefix states the kind of the term, and the namespace of an IRI, the language or the datatype of
 * a literal. Equal terms have equal bytes.
 */
final class TermCodec {
    private static final String IRI = "<";
    private static final String BLANK = "_";
    private static final String STRING = "\"";
    private static final String LANGUAGE = "@";
    private static final String DIRECTION = "--";
    private static final String DATATYPE = "^";
    private static final String TRIPLE = "(";

    /** Further namespaces are not shared, so that the list of prefixes stays short. */
    private static final int MOST_NAMESPACES = 1 << 16;

    /** The numbers of the first two prefixes, which every codec has. */
    private static final int IRI_NUMBER = 0;

    private static final int TRIPLE_NUMBER = 1;

    private static final int UNKNOWN = -1;

    private final List<Decoder> decoders = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> prefixes = new ArrayList<>();

    /** Creates a codec that knows no namespace, language or datatype. */
    TermCodec() {
        this(List.of(IRI, TRIPLE));
    }

    /**
     * Creates a codec that knows all prefixes of another, and can be extended without changing it.
     */
    TermCodec(TermCodec other) {
        this(other.prefixes);
    }

    private TermCodec(List<String> prefixes) {
        prefixes.forEach(this::add);
    }

    void write(SnapshotOutput out) throws IOException {
        out.number(prefixes.size());
        for (String prefix : prefixes) {
            out.words(prefix);
        }
    }

    static TermCodec read(SnapshotInput in) throws IOException {
        List<String> prefixes = new ArrayList<>();
        for (int count = in.number(); count > 0; count--) {
            prefixes.add(in.words());
        }
        return new TermCodec(prefixes);
    }

    /** The bytes of a term. Its prefix becomes known. */
    byte[] encode(Node term) {
        return bytes(term, this::add).orElseThrow();
    }

    /** The bytes of a term; empty if no term with its prefix was encoded. */
    Optional<byte[]> find(Node term) {
        return bytes(term, prefix -> numbers.getOrDefault(prefix, UNKNOWN));
    }

    private int add(String prefix) {
        Integer known = numbers.get(prefix);
        if (known != null) {
            return known;
        }
        if (prefix.startsWith(IRI) && prefixes.size() >= MOST_NAMESPACES) {
            return UNKNOWN;
        }
        numbers.put(prefix, prefixes.size());
        prefixes.add(prefix);
        decoders.add(decoder(prefix));
        return prefixes.size() - 1;
    }

    private Optional<byte[]> bytes(Node term, ToIntFunction<String> numbering) {
        if (term.isTripleTerm()) {
            return triple(term.getTriple(), numbering);
        }
        if (term.isURI()) {
            String iri = term.getURI();
            int local = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
            int prefix = numbering.applyAsInt(IRI + iri.substring(0, local));
            return Optional.of(
                    prefix == UNKNOWN
                            ? joined(IRI_NUMBER, iri)
                            : joined(prefix, iri.substring(local)));
        }
        int prefix = numbering.applyAsInt(prefix(term));
        String characters =
                term.isBlank() ? term.getBlankNodeLabel() : term.getLiteralLexicalForm();
        return prefix == UNKNOWN ? Optional.empty() : Optional.of(joined(prefix, characters));
    }

    private static String prefix(Node term) {
        if (term.isBlank()) {
            return BLANK;
        }
        if (!term.isLiteral()) {
            throw new IllegalArgumentException("not a term of a graph: " + term);
        }
        if (term.getLiteralBaseDirection() != null) {
            return LANGUAGE
                    + term.getLiteralLanguage()
                    + DIRECTION
                    + term.getLiteralBaseDirection().direction();
        }
        if (!term.getLiteralLanguage().isEmpty()) {
            return LANGUAGE + term.getLiteralLanguage();
        }
        String datatype = term.getLiteralDatatypeURI();
        return XSD.xstring.getURI().equals(datatype) ? STRING : DATATYPE + datatype;
    }

    private Optional<byte[]> triple(Triple triple, ToIntFunction<String> numbering) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        number(TRIPLE_NUMBER, all);
        for (Node part : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
            Optional<byte[]> bytes = bytes(part, numbering);
            if (bytes.isEmpty()) {
                return bytes;
            }
            all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.get().length).array());
            all.writeBytes(bytes.get());
        }
        return Optional.of(all.toByteArray());
    }

    private static byte[] joined(int prefix, String characters) {
        byte[] words = characters.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream all = new ByteArrayOutputStream(words.length + 3);
        number(prefix, all);
        all.writeBytes(words);
        return all.toByteArray();
    }

    /** Writes seven bits a byte, the lowest first; the last byte is not negative. */
    private static void number(int number, ByteArrayOutputStream out) {
        int rest = number;
        for (; rest > 0x7f; rest >>>= 7) {
            out.write(rest | 0x80);
        }
        out.write(rest);
    }

    /** The term of bytes that this codec made. */
    Node decode(byte[] bytes, int from, int to) {
        int at = from;
        int prefix = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            prefix |= (next & 0x7f) << shift;
            if (next >= 0) {
                return decoders.get(prefix).decode(bytes, at, to);
            }
        }
    }

    /** Makes a term of the bytes after its prefix. */
    private interface Decoder {
        Node decode(byte[] bytes, int from, int to);

        static Decoder of(Function<String, Node> term) {
            return (bytes, from, to) ->
                    term.apply(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private Decoder decoder(String prefix) {
        String detail = prefix.substring(1);
        return switch (prefix.substring(0, 1)) {
            case IRI -> Decoder.of(local -> NodeFactory.createURI(detail.concat(local)));
            case BLANK -> Decoder.of(NodeFactory::createBlankNode);
            case STRING -> Decoder.of(NodeFactory::createLiteralString);
            case LANGUAGE -> Decoder.of(tagged(detail));
            case DATATYPE -> {
                RDFDatatype datatype = TypeMapper.getInstance().getSafeTypeByName(detail);
                yield Decoder.of(words -> NodeFactory.createLiteralDT(words, datatype));
            }
            default -> this::triple;
        };
    }

    /** The language is in its normal form; to normalize it again would take most of the time. */
    @SuppressWarnings("deprecation")
    private static Function<String, Node> tagged(String detail) {
        int end = detail.indexOf(DIRECTION);
        String language = end < 0 ? detail : detail.substring(0, end);
        if (end >= 0) {
            String direction = detail.substring(end + DIRECTION.length());
            return words -> NodeFactory.createLiteralDirLang(words, language, direction);
        }
        return words ->
                NodeFactory.createLiteral(
                        LiteralLabelFactory.createLiteralLabel(
                                words, language, null, RDF.dtLangString));
    }

    /** The parts of a triple term, each after its length in four bytes. */
    private Node triple(byte[] bytes, int from, int to) {
        Node[] parts = new Node[3];
        int at = from;
        for (int part = 0; part < parts.length; part++) {
            int length = ByteBuffer.wrap(bytes).getInt(at);
            at += Integer.BYTES;
            parts[part] = decode(bytes, at, at + length);
            at += length;
        }
        return NodeFactory.createTripleTerm(Triple.create(parts[0], parts[1], parts[2]));
    }
}
