package intake

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// readXLSX makes a draft of an Excel file: its visible sheets in order, each
// under its name where there are several, as the cells show their values.
func readXLSX(ctx context.Context, b []byte, l Limits) (draft, *Problem) {
	f, err := excelize.OpenReader(bytes.NewReader(b), excelize.Options{
		UnzipSizeLimit: int64(l.Unpacked), UnzipXMLSizeLimit: int64(l.Unpacked), RawCellValue: false,
	})
	if err != nil {
		return draft{}, &Problem{Reason: "the Excel file is broken", Cause: err, Remedy: "open it in Excel and save it anew"}
	}
	defer f.Close()
	var w pen
	cells := l.Cells
	sheets := f.GetSheetList()
	for _, name := range sheets {
		if visible, err := f.GetSheetVisible(name); err == nil && !visible {
			continue
		}
		rows, problem := sheetRows(ctx, f, name, &cells, l)
		if problem != nil {
			return draft{}, problem
		}
		if len(rows) == 0 {
			continue
		}
		if len(sheets) > 1 && !isDefaultSheetName(name) {
			w.line(name)
		}
		writeSheet(&w, rows)
		w.gap()
	}
	return sheetDraft(&w), nil
}

// isDefaultSheetName reports whether a sheet has the name that it was made
// with, which says nothing.
func isDefaultSheetName(name string) bool {
	return strings.HasPrefix(name, "Sheet") || strings.HasPrefix(name, "工作表")
}

// sheetRows returns the rows of a sheet, and takes their cells off what is
// left of the limit.
func sheetRows(ctx context.Context, f *excelize.File, name string, cells *int, l Limits) ([][]string, *Problem) {
	iterator, err := f.Rows(name)
	if err != nil {
		return nil, sheetProblem(name, err)
	}
	defer iterator.Close()
	var rows [][]string
	for iterator.Next() {
		if ctx.Err() != nil {
			return nil, &Problem{Reason: "reading was stopped", Cause: ctx.Err()}
		}
		row, err := iterator.Columns()
		if err != nil {
			return nil, sheetProblem(name, err)
		}
		if *cells -= len(row) + 1; *cells < 0 {
			return nil, tooManyCells(fmt.Sprintf("sheet %s, row %d", name, len(rows)+1), l)
		}
		rows = append(rows, row)
	}
	if err := iterator.Error(); err != nil {
		return nil, sheetProblem(name, err)
	}
	return rows, nil
}

func sheetProblem(name string, err error) *Problem {
	return &Problem{Place: "sheet " + name, Reason: "this sheet cannot be read", Cause: err, Remedy: "open the file in Excel and save it anew"}
}
