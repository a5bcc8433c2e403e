package org.fourplusone.industry.imports;

import java.util.List;
import org.fourplusone.industry.cluster.Taxonomies;
import org.fourplusone.industry.imports.Column.Choice;
import org.fourplusone.industry.imports.Column.Form;
import org.fourplusone.starter.text.Text;

/** The columns of a file of key projects. */
final class ProjectColumns {

    private ProjectColumns() {}

    static List<Column> of(Taxonomies taxonomies) {
        Text yuan = Text.of("元，新项目必填", "yuan, needed for a new one");
        Text needed = Text.of("新项目必填", "needed for a new one");
        return List.of(
                Column.of(
                                "code",
                                "项目编号",
                                "Project code",
                                Form.CODE,
                                Text.of("必填，最多20位", "needed, at most 20 characters"))
                        .needed(),
                Column.of("name", "项目名称", "Project name", Form.TEXT, needed),
                Column.choice(
                        "level",
                        "级别",
                        "Level",
                        needed,
                        List.of(
                                new Choice("PROVINCE", Text.of("省级", "province")),
                                new Choice("CITY", Text.of("市级", "city")),
                                new Choice("ZONE", Text.of("区级", "zone")))),
                Column.choice(
                        "cluster",
                        "产业集群",
                        "Cluster",
                        Text.of("代码或名称，可空", "code or name, may be empty"),
                        taxonomies.codes().stream()
                                .map(code -> new Choice(code, taxonomies.nameOf(code)))
                                .toList()),
                Column.of(
                        "ownerCode",
                        "建设单位信用代码",
                        "Owner's credit code",
                        Form.CODE,
                        Text.of("可空，须在企业库中", "may be empty, must be in the register")),
                Column.of(
                        "ownerName", "建设单位", "Owner", Form.TEXT, Text.of("空为企业库中的名称", "the register's name if empty")),
                Column.of("planYear", "计划年度", "Plan year", Form.WHOLE, needed),
                Column.choice(
                        "stage",
                        "阶段",
                        "Stage",
                        needed,
                        List.of(
                                new Choice("PREPARING", Text.of("前期", "in preparation")),
                                new Choice("IMPLEMENTING", Text.of("在建", "in implementation")),
                                new Choice("COMPLETED", Text.of("竣工投产", "completed")))),
                Column.of("totalInvestment", "总投资", "Total investment", Form.MONEY, yuan),
                Column.of("yearPlan", "年度计划投资", "Plan of the year", Form.MONEY, yuan),
                Column.of("yearDone", "年度完成投资", "Done in the year", Form.MONEY, yuan),
                Column.of(
                        "doneThrough", "完成投资截至月份", "Done through", Form.MONTH, Text.of("如 2026-10", "such as 2026-10")),
                Column.of("startedOn", "开工日期", "Started on", Form.DATE, Text.of("可空", "may be empty")),
                Column.of("completedOn", "竣工日期", "Completed on", Form.DATE, Text.of("可空", "may be empty")));
    }
}
