package districtkg.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Extracts the text of the file in which a report is published. Thread-safe. */
public final class ReportFile {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> READABLE =
            Set.of("txt", "text", "md", "html", "htm", "docx", "pdf");
    private static final String FURNITURE =
            "script, style, nav, header, footer, noscript, iframe, form, button";

    private ReportFile() {}

    /** Whether the name of a file is that of a format that can be read. */
    public static boolean isReadable(Path file) {
        return READABLE.contains(extension(file));
    }

    /**
     * The text of a file: of HTML, DOCX and PDF the words in reading order, one paragraph a line;
     * of any other the characters as they are, in UTF-8 or else GB18030.
     *
     * @throws IOException where the file is missing or damaged
     */
    public static Text text(Path file) throws IOException {
        return Text.of(
                switch (extension(file)) {
                    case "html", "htm" -> html(file);
                    case "docx" -> docx(file);
                    case "pdf" -> pdf(file);
                    default -> plain(Files.readAllBytes(file));
                });
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String plain(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return GB18030.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    private static String html(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Document page = Jsoup.parse(in, /* charsetName= */ null, "");
            page.select(FURNITURE).remove();
            page.select("br").after("\n");
            StringBuilder text = new StringBuilder();
            for (Element block : page.select("p, h1, h2, h3, h4, h5, h6, li, td, th, div")) {
                String own = block.is("div") ? block.ownText() : block.wholeText();
                for (String line : own.split("\\R", -1)) {
                    if (!line.isBlank()) {
                        text.append(line.strip()).append('\n');
                    }
                }
            }
            return text.isEmpty() ? page.wholeText() : text.toString();
        }
    }

    private static String docx(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        } catch (RuntimeException damaged) {
            throw new IOException(file + " is no DOCX file", damaged);
        }
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return paragraphs(stripper.getText(document));
        }
    }

    /** Joins the lines that a page broke within a paragraph. */
    private static String paragraphs(String pages) {
        StringBuilder text = new StringBuilder();
        int widest = pages.lines().mapToInt(String::length).max().orElse(0);
        for (String line : pages.split("\\R", -1)) {
            String words = line.strip();
            if (words.isEmpty() || words.matches("[-—\\s]*\\d{1,3}[-—\\s]*")) {
                continue;
            }
            text.append(words);
            boolean full = line.length() >= widest * 0.8;
            if (!full || words.matches(".*[。！？：]$")) {
                text.append('\n');
            }
        }
        return text.toString();
    }
}
