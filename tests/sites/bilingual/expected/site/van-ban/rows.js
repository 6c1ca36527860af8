globalThis.bantinRows={"agencies":[["bo-cong-an","Bộ Công an","Ministry of Public Security"],["vpqh","Văn phòng Quốc hội"]],
"folders":["bai-viet/2012"],
"names":[["Bộ Công an","bo-cong-an"],["Văn phòng Quốc hội","vpqh"]],
"types":["Quy chế"],
"statuses":[["unknown","Đã ký – chưa rõ hiệu lực"]],
"facets":["nam/2012","loai/quy-che","linh-vuc/an-ninh","tinh-trang/da-ky-chua-ro-hieu-luc","nam/2020","linh-vuc/y-te"],
"days":[["2012-11-20","20/11/2012"],["2020-01-01","01/01/2020"]],
"rows":[
["hai","","Về việc khác","bai-viet/2020/bai/",[0,1],0,1,[0,-1,-1,0],[4,1,5,3]],
["lien-nganh","","Về phối hợp",0,[0,1],0,0,[0,-1,-1,0],[0,1,2,3]]
]};
