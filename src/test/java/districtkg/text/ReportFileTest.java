package districtkg.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each format in which reports are published gives the same paragraphs. */
class ReportFileTest {
    private static final List<String> REPORT =
            List.of("政府工作报告", "一、2021年工作回顾", "地区生产总值增长5.5%。", "二、2022年重点工作", "新建学校3所。");

    @TempDir Path folder;

    private Path file(String name) {
        return folder.resolve(name);
    }

    private static List<String> paragraphs(Path file) throws IOException {
        return ReportFile.text(file).words().lines().filter(line -> !line.isBlank()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void text(String encoding) throws IOException {
        Path file = file("some-2022.txt");
        Files.writeString(file, String.join("\n", REPORT), Charset.forName(encoding));

        assertThat(paragraphs(file)).isEqualTo(REPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void htmlWithoutItsMenus(String encoding) throws IOException {
        Path file = file("some-2022.html");
        String page =
                """
                <html><head><meta charset="%s"><title>公开</title><style>p {}</style></head><body>
                <nav><a href="/">首页</a></nav>
                <div class="text"><h1>%s</h1><p>%s</p><p>%s<br>%s</p><div>%s</div></div>
                <footer>备案号</footer><script>var a = 1;</script></body></html>
                """;
        Files.writeString(
                file,
                page.formatted(
                        encoding,
                        REPORT.get(0),
                        REPORT.get(1),
                        REPORT.get(2),
                        REPORT.get(3),
                        REPORT.get(4)),
                Charset.forName(encoding));

        assertThat(paragraphs(file)).isEqualTo(REPORT);
    }

    @Test
    void docx() throws IOException {
        Path file = file("some-2022.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            REPORT.forEach(words -> document.createParagraph().createRun().setText(words));
            document.write(out);
        }

        assertThat(paragraphs(file)).isEqualTo(REPORT);
    }

    @Test
    void pdfWithItsLinesJoined() throws IOException {
        Path file = file("some-2022.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            page.setResources(new PDResources());
            page.getResources().getCOSObject().setItem(COSName.FONT, fonts());
            StringBuilder drawn = new StringBuilder("BT /F1 12 Tf 20 TL 72 700 Td\n");
            List<String> lines = new ArrayList<>(REPORT);
            lines.addAll(List.of("建成许禾湾产业园一期并交付第一批企业使用的标准厂房", "和宿舍等配套设施。", "谢谢大家！"));
            for (String words : lines) {
                String codes =
                        new COSString(words.getBytes(StandardCharsets.UTF_16BE)).toHexString();
                drawn.append('<').append(codes).append("> Tj T*\n");
            }
            PDStream contents = new PDStream(document);
            try (OutputStream out = contents.createOutputStream()) {
                out.write(drawn.append("ET\n").toString().getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(contents);
            document.addPage(page);
            document.save(file.toFile());
        }

        assertThat(paragraphs(file))
                .startsWith(REPORT.toArray(String[]::new))
                .endsWith("建成许禾湾产业园一期并交付第一批企业使用的标准厂房和宿舍等配套设施。", "谢谢大家！");
    }

    /** A font that every reader of PDF has, so that the file needs to hold none. */
    private static COSDictionary fonts() {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "GB1");
        system.setInt(COSName.SUPPLEMENT, 4);
        COSDictionary shapes = new COSDictionary();
        shapes.setItem(COSName.TYPE, COSName.FONT);
        shapes.setItem(COSName.SUBTYPE, COSName.getPDFName("CIDFontType0"));
        shapes.setName(COSName.BASE_FONT, "STSong-Light");
        shapes.setItem(COSName.CIDSYSTEMINFO, system);
        shapes.setItem(COSName.DW, COSInteger.get(1000));
        COSArray descendants = new COSArray();
        descendants.add(shapes);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        return fonts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"some.docx", "some.pdf"})
    void aDamagedFileIsAnError(String name) throws IOException {
        Path file = file(name);
        Files.writeString(file, "neither");

        assertThatThrownBy(() -> ReportFile.text(file)).isInstanceOf(IOException.class);
    }
}
