globalThis.bantinRows={"agencies":[["a","Cơ quan A","Agency A"],["b","Cơ quan B","Agency B"]],
"folders":["van-ban/2023","bai-viet/2024"],
"names":[["Cơ quan A","a"],["Cơ quan B","b"]],
"types":["Quy chế"],
"statuses":[["unknown","Đã ký – chưa rõ hiệu lực"]],
"facets":["nam/2023","loai/quy-che","linh-vuc/y-te","tinh-trang/da-ky-chua-ro-hieu-luc","nam/2024"],
"days":[["2023-04-01","01/04/2023"],["2024-03-01","01/03/2024"],["2024-04-01","01/04/2024"]],
"rows":[
["thieu","","Về việc khác",1,[0,1],0,2,[0,-1,-1,0],[4,1,2,3],["",""]],
["du","","Về dự án nước sạch",1,[0,1],0,1,[0,-1,-1,0],[4,1,2,3],[["2024-12","12/2024"],12500]],
["rieng","","Về hồ sơ riêng",0,[0,1],0,0,[0,-1,-1,0],[0,1,2,3],["",""]]
]};
