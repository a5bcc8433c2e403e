package org.fourplusone.industry.project;

import org.fourplusone.starter.text.Text;

/** What the numbers of projects mean, told with them. */
record ProjectDefinitions(Text completion, Text timeProgress, Text behind, Text stalled, Text startRate, Text team) {

    static final ProjectDefinitions ALL = new ProjectDefinitions(
            Text.of("投资完成率＝本年累计完成投资÷年度计划投资", "Completion: investment done in the year, of the year's plan"),
            Text.of("时间进度＝计划年度已过完的月数÷12", "Time progress: whole months of the plan year that have passed, of twelve"),
            Text.of("在建项目投资完成率低于时间进度的为滞后", "Behind: in implementation, and completion is below time progress"),
            Text.of(
                    "停滞项目：在建，且最近 " + Progress.IDLE_MONTHS + " 个整月没有完成投资，或投资完成率落后时间进度超过 " + Progress.FAR_POINTS
                            + " 个百分点",
                    "Stalled: in implementation, and nothing was done in the last " + Progress.IDLE_MONTHS
                            + " whole months, or completion is more than " + Progress.FAR_POINTS
                            + " points below time progress"),
            Text.of(
                    "开工率＝已开工项目数÷基数；2024年文章以实施类项目为基数（62个中已开工62个），2019年文章以全部重点项目为基数（53个中新开工13个、复工28个），两者不可直接比较",
                    "Start rate: projects started, of a base. The account of 2024 takes projects in implementation (62 of 62),"
                            + " that of 2019 all key projects (13 new and 28 resumed of 53); the two cannot be compared"),
            Text.of(
                    "“1+1+N”服务机制：1名县级领导、1个帮包部门、1名服务专员和N个要素审批部门（按2024年文章所列）",
                    "Service team “1+1+N”: a leader of county rank, a helping department, a service specialist and N approving"
                            + " departments, as the account of 2024 lists them"));
}
