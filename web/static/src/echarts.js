// ECharts with the charts and components that the pages use, and no more.
import * as core from 'echarts/core';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, AxisPointerComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

core.use([
  BarChart, LineChart, ScatterChart,
  AriaComponent, AxisPointerComponent, GridComponent, MarkLineComponent, TooltipComponent,
  LabelLayout, SVGRenderer,
]);
window.echarts = { init: core.init };
