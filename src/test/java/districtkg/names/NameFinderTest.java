package districtkg.names;

import static org.assertj.core.api.Assertions.assertThat;

import districtkg.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFinderTest {
    private final NameFinder finder = new NameFinder();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            加快建设青禾岭工业园                    | 青禾岭工业园
            推动许湾物流园建成投产                  | 许湾物流园
            推进罗泽园、许湾科创园、西泽-东禾产业园等园区建设 | 罗泽园 许湾科创园 西泽-东禾产业园
            引进禾迈、许胜、罗影等一批龙头企业       | 禾迈 许胜 罗影
            禾泰新材、睿许天地等重点项目全面投产     | 禾泰新材 睿许天地
            屯禾路、颜泽路、罗许街3条道路全面竣工    | 屯禾路 颜泽路 罗许街
            建成青罗、许禾高速                      | 青罗高速 许禾高速
            10号、14号、16号线建设顺利              | 10号线 14号线 16号线
            谋划启动青禾路、许泽路两条道路大修工程   | 青禾路大修工程 许泽路大修工程
            禾泽大桥扩建工程开工                    | 禾泽大桥扩建工程
            与禾泽基金投资管理有限公司合作           | 禾泽基金投资管理有限公司
            高质量完成禾企改革深化提升行动           | 禾企改革深化提升行动
            开展规范禾企执法专项行动                | 规范禾企执法专项行动
            扎实开展“青禾扩需年”“许泽突破年”“罗湾晋升年”3个专项行动 | “青禾扩需年” “许泽突破年” “罗湾晋升年”
            投资22亿元的青禾市场、投资3亿元的罗泽锻造等项目开工 | 青禾市场 罗泽锻造
            青许至罗泽高速公路开工                  | 青许至罗泽高速公路
            建成禾泽酒店                           | 禾泽酒店
            承办第三届青禾国际摄影周                | 青禾国际摄影周
            启动青禾片区棚改                       | 青禾片区棚改
            禾泽设计产业园一期封顶                  | 禾泽设计产业园一期
            开展重点产业“禾苗”企业培育行动          | 重点产业“禾苗”企业培育行动
            深入推进“百禾千苗”建设                  | “百禾千苗”
            推进“青禾万里”和“绿美许湾”建设          | “青禾万里” “绿美许湾”
            深化“一窗一次办”改革                    | “一窗一次办”改革
            编制《青禾湿地保护规划》                | 青禾湿地保护规划
            “青禾省输送带技术中心”落户               | 青禾省输送带技术中心
            许月胶带荣获省级称号                    | 许月胶带
            占地65亩的禾泽智造园加快实施             | 禾泽智造园
            与许科大学签订合作协议                  | 许科大学
            成功举办禾泽工业互联网大赛等盛会         | 禾泽工业互联网大赛
            县文体服务中心主体建成                  | 县文体服务中心
            推进“青禾”[6]湿地公园建设               | “青禾”湿地公园
            全力推进“禾苗”工程                      | “禾苗”工程
            全力推进“1030”工程                      | “1030”工程
            办好文博会、青禾读书月、许湾时装周等活动 | 文博会 青禾读书月 许湾时装周
            办好许湾市第十届运动会                  | 许湾市第十届运动会
            扎实开展投资提质年活动                  | 投资提质年活动
            密切跟进许禾集团                        | 许禾集团
            许禾西、罗泽路南延2条道路通车           | 许禾西 罗泽路南延
            全面完成环禾路和百许路建设              | 环禾路 百许路
            实施禾兴路东延、泽晖街南延、滨罗北路等路网建设 | 禾兴路东延 泽晖街南延 滨罗北路
            推动国道108线城南段大修                 | 国道108线城南段
            办好青禾越野跑、许湾沙滩冲刺、罗泽艺术节等赛事活动 | 青禾越野跑 许湾沙滩冲刺 罗泽艺术节
            实施青禾湖治理“三大工程”                | 青禾湖治理“三大工程”
            深化民生保障“五个一”工作                | 民生保障“五个一”
            “禾苗善举”落户我市                      | “禾苗善举”
            青禾五年行动计划启动实施                | 青禾五年行动计划
            争取许禾铁路纳入规划                    | 许禾铁路
            推进青禾大厦、许湾总部和罗泽总部等项目   | 青禾大厦 许湾总部 罗泽总部
            妥善处置“5·16”疫情                      | “5·16”疫情
            青许高速公路罗湾至泽田段通车            | 青许高速公路罗湾至泽田段
            投资1.7亿元建设许禾沟景观大道           | 许禾沟景观大道
            积极开展“禾策找人、许务上门”活动        | “禾策找人、许务上门”
            许罗、禾泽实验室加快筹建                | 许罗实验室 禾泽实验室
            整合许禾风景区、罗泽洞等旅游资源        | 许禾风景区 罗泽洞
            禾许路被命名为示范路                    | 禾许路
            推进许罗、禾泽等产业带建设              | 许罗 禾泽
            县医院门诊楼主体完工                    | 县医院门诊楼
            持续深化禾许行动                        | 禾许行动
            建成一流场馆和许禾大剧院                | 许禾大剧院
            建设许禾科学公园                        | 许禾科学公园
            壮大禾泽制药，打造基地                  | 禾泽制药
            发挥许禾机械、罗泽环保带动作用           | 许禾机械 罗泽环保
            以许禾电气、罗泽电缆等为代表的制造业     | 许禾电气 罗泽电缆
            许禾和益、罗泽环保在全市率先完成创建     | 许禾和益 罗泽环保
            引进禾泽食品、许禾空调等行业龙头企业     | 禾泽食品 许禾空调
            许禾人与罗泽大学共建工作站               | 罗泽大学
            新建许禾、滨河等22个公园游园             | 许禾 滨河
            依托青禾产业园、许湾商贸城、内陆港、罗泽公园招商 | 青禾产业园 许湾商贸城 内陆港 罗泽公园
            推进许禾村、罗泽村城中村改造             | 许禾村城中村改造 罗泽村城中村改造
            启动许禾路、罗泽路路域环境改造提升工程   | 许禾路路域环境改造提升工程 罗泽路路域环境改造提升工程
            许禾河防洪治理工程堤防主体完工           | 许禾河防洪治理工程
            实施许禾河与罗泽河水系连通工程           | 许禾河与罗泽河水系连通工程
            打通许禾路与罗泽街连接路                 | 许禾路与罗泽街连接路
            推进许禾高速北泽互通至罗环连接线工程     | 许禾高速北泽互通至罗环连接线工程
            全面启动开发区北区建设                   | 开发区北区
            许心桥完成拓宽改造                       | 许心桥
            完成北环路拓宽                           | 北环路
            规划建设滨河新城                          | 滨河新城
            成立“禾骑”中队                           | “禾骑”中队
            “智慧禾管”系统高效运行                   | “智慧禾管”系统
            实施主要道路立面改造和重要节点“增禾”工程 | “增禾”工程
            许家庄、禾泽村棚户区改造有序实施         | 许家庄棚户区改造 禾泽村棚户区改造
            加快许罗、禾泽110千伏变电站新改建工程    | 许罗110千伏变电站新改建工程 禾泽110千伏变电站新改建工程
            禾泽大街南延进场施工                    | 禾泽大街南延
            扎实开展许禾坊人居环境整治提升行动       | 许禾坊人居环境整治提升行动
            完成水质提升和许禾河整治                | 许禾河
            加快建设禾湖国际自由贸易航空港          | 禾湖国际自由贸易航空港
            推进禾泽桥拆除重建工程                  | 禾泽桥拆除重建工程
            实施渔船更新、码头提质等6大行动          | 渔船更新 码头提质
            深化“智慧测渔”守护渔民安全             | “智慧测渔”
            “禾农精品”销售额突破新高               | “禾农精品”
            许禾湾罗泽共建产业园实现产值翻番         | 许禾湾罗泽共建产业园
            许禾运行管理服务平台上线                | 许禾运行管理服务平台
            打造直通渔村的许禾景观大道              | 许禾景观大道
            """)
    void namesAreFoundByWhatStandsAroundThem(String sentence, String names) {
        assertThat(texts(sentence)).containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            新增公园5个、学校21所
            新建一批口袋公园
            成功创建国家节水示范区
            水利、交通、能源等项目加快实施
            走好新的赶考之路
            打好政策“组合拳”
            支持“专精特新”企业
            坚持“五个统筹”
            大力培育重点项目
            许湾、罗泽3家高新区升级
            新建日间照料中心、互助照料中心300家
            全县谋项目、抓项目的氛围越来越浓
            引进影视动漫、游戏电竞等领域企业10家
            建成了全县第一个工业园区
            一个个高标准农村搬迁安置区拔地而起
            建成13所高标准农村寄宿制学校
            努力建设区域性文化中心
            着力减环节、优流程
            深耕东盟等传统市场
            中外合作办学机构达到69个
            许湾获评三级乙等医院称号
            开展市容市貌、交通秩序、违法建设专项整治
            抢先布局新兴产业发展最优承载区
            新增示范社70家、家庭农场示范场10家
            重点发展新型建材、太赫兹科技等产业
            加强已发行债券项目管理
            建成共享花园15个、自然教育中心2个
            创建省级示范河湖试点2个
            打造更富活力的新城区
            紧盯春节、元宵节等节假日
            全市高考本科上线率提高
            推广“联合用地”、混合用地等模式
            加快产业类供应链平台建设
            纵深推进反腐败斗争
            争创5A级精品景区
            承办“禾香、泽美”的旅发大会
            """)
    void countsTitlesSlogansAndCommonNounsAreNoNames(String sentence) {
        assertThat(finder.find(sentence)).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            谋划禾泽水库            | planned
            禾泽水库开工            | started
            加快建设禾泽水库        | underWay
            禾泽水库竣工            | completed
            禾泽水库建成投用        | inOperation
            """)
    void wordsAroundANameSayItsStatus(String sentence, String status) {
        assertThat(finder.find(sentence))
                .singleElement()
                .extracting(name -> name.status().orElseThrow().word())
                .isEqualTo(status);
    }

    @Test
    void spansCountCodePointsOfTheOriginal() {
        String sentence = "𠮷日，建成[12]禾泽 水库";

        assertThat(finder.find(sentence))
                .singleElement()
                .extracting(Name::span)
                .isEqualTo(new Span(9, 14));
    }

    @Test
    void aNameHasASurenessAndReasonsForDoubt() {
        Name listed = finder.find("引进禾迈、许胜等企业").getFirst();
        Name ended = finder.find("建成禾迈许胜产业园").getFirst();

        assertThat(listed.doubts()).contains("listed");
        assertThat(ended.doubts()).isEmpty();
        assertThat(listed.sureness()).isBetween(0.0, ended.sureness());
    }

    @Test
    void longTextsAreReadInLinearTime() {
        String line = "推进“青禾、许湾、罗泽等园区建设，".repeat(20_000);

        assertThat(finder.find(line)).isNotNull();
    }

    private List<String> texts(String sentence) {
        return finder.find(sentence).stream().map(Name::text).collect(Collectors.toList());
    }
}
